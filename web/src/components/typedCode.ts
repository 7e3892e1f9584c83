/** A code as it was meant: apps show `123 456`, and what is copied brings spaces along. */
export function typedCode(text: string): string {
  return text.replace(/\s/g, '');
}
