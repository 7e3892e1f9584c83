/** Texts for those who may no longer change a diagram, and have changed it all the same. */
export const ownCopyTexts = {
  title: 'You can no longer change this diagram',
  happened: {
    role: 'You may look at it, and no more.',
    gone: 'It is in the trash or gone, or no longer shared with you.',
  },
  kept: 'What you have changed is kept in this browser. In a copy of your own you can go on with it.',
  open: 'Save a copy…',
  action: 'Save as a copy of my own',
  notNow: 'Not now',
  copyOf: (name: string) => `${name} (my copy)`,
  name: 'Name of the copy',
  project: 'Project of the copy',
  newProject: 'My copies',
  inNewProject: (name: string) => `A new project, “${name}”`,
  saved: (name: string) => `“${name}” is saved.`,
  show: 'Show it',
  left: 'You have unsaved changes to this diagram from an earlier visit. It is no longer yours to change.',
  leftLast: 'Last change:',
  leftMore: (count: number) => (count === 1 ? 'There are those of another visit, too.' : `There are those of ${count} other visits, too.`),
  region: 'Unsaved changes',
  discard: 'Discard',
  discardTitle: 'Discard the changes',
  discardQuestion: (name: string) =>
    `What you have changed in “${name}” was never saved, and is nowhere but in this browser. Discard it for good? This can’t be taken back.`,
  discarded: 'The changes are discarded.',
  notSavedOf: (name: string) => `Your last changes of “${name}” could not be saved. They are kept in this browser.`,
};
