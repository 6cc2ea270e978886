/** A module and all it imports as the text of one classic script (tools/guest-text.ts). */
declare module '*?guest' {
  const text: string;
  export default text;
}
