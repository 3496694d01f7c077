/** Hands a file to the browser under a name, as if a link to it had been pressed. */
export const saveFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the press has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
