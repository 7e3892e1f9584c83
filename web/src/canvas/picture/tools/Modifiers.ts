/** Keys that are held while the pointer does something. */
export type Modifiers = { readonly shift: boolean; readonly alt: boolean };

export const noModifiers: Modifiers = { shift: false, alt: false };
