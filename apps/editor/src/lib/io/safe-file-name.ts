/** A text as the name of a file, without the characters that Windows refuses there. */
export function safeFileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').trim() || 'koma';
}
