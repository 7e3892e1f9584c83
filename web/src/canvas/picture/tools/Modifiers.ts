/** Keys that are held while the pointer does something; Cmd counts as Ctrl. */
export type Modifiers = { readonly shift: boolean; readonly alt: boolean; readonly control: boolean };

export const noModifiers: Modifiers = { shift: false, alt: false, control: false };
