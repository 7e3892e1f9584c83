/**
 * What the engine is asked to do to a diagram: the name of the command, then its fields, in the order in which the engine says them
 * (`Vocabulary.commands`); the functions that make commands keep to it.
 */
export type Command = { readonly command: string } & Readonly<Record<string, string | number>>;

/** The commands that every kind of diagram has. */
export const commands = {
  changeWords: (element: string, words: string): Command => ({ command: 'changeWords', element, words }),
  remove: (element: string): Command => ({ command: 'remove', element }),
};
