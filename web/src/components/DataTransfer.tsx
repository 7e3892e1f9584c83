import { useRef, useState } from 'react';
import { exportAccount, importAccount } from '../api/account';
import { randomKey } from '../api/randomKey';
import { texts } from '../texts';
import { FileInput } from './FileInput';
import { Icon } from './Icon';
import { attempt } from './attempt';
import { toast } from './notices';
import { offer } from './offer';

/** All that one has, out of this service and into it. */
export function DataTransfer(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  /** How much of a file the server has; null when none is on its way. */
  const [progress, setProgress] = useState<number | null>(null);
  /** By which the server knows a file that is tried again. */
  const last = useRef<{ name: string; size: number; lastModified: number; key: string } | null>(null);

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  }

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const { name, size, lastModified } = file;
    const isAgain = last.current?.name === name && last.current.size === size && last.current.lastModified === lastModified;
    const key = isAgain && last.current ? last.current.key : randomKey();
    last.current = { name, size, lastModified, key };
    setProgress(0);
    const made = await importAccount(file, key, setProgress).finally(() => setProgress(null));
    last.current = null;
    toast(texts.account.imported(made.diagrams, made.projects));
  }

  return (
    <>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => void run(async () => offer(await exportAccount(), `zenuml-${new Date().toISOString().slice(0, 10)}.zip`))}
      >
        <Icon name="download" />
        {texts.account.export}
      </button>{' '}
      <button type="button" className="button" disabled={isBusy} onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {texts.account.import}
      </button>
      {progress !== null && (
        <p role="status">
          <progress max={1} {...(progress < 1 ? { value: progress } : {})} />{' '}
          {progress < 1 ? texts.account.uploading(Math.floor(progress * 100)) : texts.account.importing}
        </p>
      )}
      <FileInput ref={input} label={texts.account.import} accept=".zip,application/zip" onFiles={([file]) => void run(() => take(file))} />
    </>
  );
}
