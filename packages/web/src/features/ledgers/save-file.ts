/** Long enough for the browser to have begun saving. */
const keptFor = 60_000;

/** The browser saves a file that came in an answer, as it would one from an address. */
export function saveFile({ name, file }: { readonly name: string; readonly file: string }): void {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
