/** The same text in full-width letters and digits, where there are such. */
export const fullWidth = (text: string): string =>
  text.normalize('NFD').replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
