import { texts } from '../texts';

/** Recovery codes as a text file that says what they are, for when somebody finds it years later. */
export function recoveryFile(email: string, codes: ReadonlyArray<string>): Blob {
  return new Blob([`${texts.profile.twoStep.file(email)}\n\n${codes.join('\n')}\n`], { type: 'text/plain' });
}
