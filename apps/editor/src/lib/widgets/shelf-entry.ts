/** What a shelf knows of a picture. */
export interface ShelfEntry {
  readonly id: string;
  /** Ends a message key `widget.origin.…`. */
  readonly origin: string;
  /** Ids of the pictures that it was made from. */
  readonly parents: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly favourite: boolean;
}
