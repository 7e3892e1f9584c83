import { useRef, useState } from 'react';
import { exportAccount, importAccount } from '../api/account';
import { offer } from '../canvas/exporting';
import { texts } from '../texts';
import { FileInput } from './FileInput';
import { Icon } from './Icon';
import { attempt } from './attempt';
import { toast } from './notices';

/** All that one has, out of this service and into it. */
export function DataTransfer(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function run(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  }

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const made = await importAccount(file);
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
      <FileInput ref={input} label={texts.account.import} accept=".zip,application/zip" onFiles={([file]) => void run(() => take(file))} />
    </>
  );
}
