import { forwardRef } from 'react';

/** What a diagram's source may come in. */
export const sourceFiles = '.zen,.zenuml,.puml,.plantuml,.pu,.txt,text/plain';

type Props = { label: string; accept: string; isMultiple?: boolean; onFiles: (files: ReadonlyArray<File>) => void };

/** The browser's own dialog for files, opened by `click()`. The same file can be chosen twice. */
export const FileInput = forwardRef<HTMLInputElement, Props>(function FileInput({ label, accept, isMultiple = false, onFiles }, ref) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={isMultiple}
      accept={accept}
      aria-label={label}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
});
