/** Offers a file as a download. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari starts the download after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
