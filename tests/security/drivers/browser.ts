/** A browser with one page in it. */
export interface ProbeBrowser {
  /** With its version. */
  readonly name: string;
  goto(url: string): Promise<void>;
  /** Runs a script in the page, past its policy. @returns the value of the expression, which JSON can hold */
  evaluate<T>(script: string): Promise<T>;
  close(): Promise<void>;
}
