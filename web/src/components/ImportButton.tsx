import { useRef } from 'react';
import { texts } from '../texts';
import { FileInput, sourceFiles } from './FileInput';
import { Icon } from './Icon';
import { useImport } from './useImport';

/** Chooses files and makes diagrams of them. */
export function ImportButton({ projectId, onDone }: { projectId: string | undefined; onDone: () => void }): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const importFiles = useImport(projectId, onDone);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        <Icon name="upload" />
        {texts.home.importFiles}
      </button>
      <FileInput ref={input} label={texts.home.importFiles} accept={sourceFiles} isMultiple onFiles={(files) => void importFiles(files)} />
    </>
  );
}
