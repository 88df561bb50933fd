/** Long enough for the browser to have begun saving. */
const keptFor = 60_000;

/** The browser saves a file that came in an answer, as it would one from an address. */
export const saveFile = ({ name, file }: { readonly name: string; readonly file: string }): void =>
  save(name, new Blob([Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0))]));

export const saveText = ({ name, text }: { readonly name: string; readonly text: string }): void =>
  save(name, new Blob([text]));

function save(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptFor);
}
