import { useRef, useState } from 'react';
import { exportAccount, importAccount } from '../api/account';
import { messageOf } from '../api/errors';
import { offer } from '../canvas/exporting';
import { texts } from '../texts';
import { Icon } from './Icon';
import { toast } from './notices';

/** All that one has, out of this service and into it. */
export function DataTransfer(): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast(messageOf(error), { isError: true });
    }
    setBusy(false);
  }

  async function take(file: File): Promise<void> {
    const made = await importAccount(file);
    toast(texts.account.imported(made.diagrams, made.projects));
  }

  return (
    <>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => void attempt(async () => offer(await exportAccount(), `zenuml-${new Date().toISOString().slice(0, 10)}.zip`))}
      >
        <Icon name="download" />
        {texts.account.export}
      </button>{' '}
      <button type="button" className="button" disabled={isBusy} onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {texts.account.import}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".zip,application/zip"
        aria-label={texts.account.import}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void attempt(() => take(file));
          event.target.value = '';
        }}
      />
    </>
  );
}
