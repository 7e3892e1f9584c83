import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { readDiagram } from '../components/importFile';
import { DropTarget } from '../components/DropTarget';
import { FileInput, sourceFiles } from '../components/FileInput';
import { usePalette } from '../components/theme';
import { toast } from '../components/notices';
import { addressOfProject } from '../pages/addresses';
import { navigate } from '../router';
import { texts } from '../texts';
import { CanvasBar } from './CanvasBar';
import { CommandPalette, type Command } from './CommandPalette';
import { ConflictDialog } from './ConflictDialog';
import type { DiagramSession } from './session/DiagramSession';
import { KeysDialog } from './KeysDialog';
import { Picture } from './picture/Picture';
import { reportEditError } from './picture/reportEditError';
import { PrintSheets } from './output/PrintSheets';
import { ProblemList } from './source/ProblemList';
import { SourceEditor } from './source/SourceEditor';
import { SplitView } from './SplitView';
import { clientOf } from './kinds/clientOf';
import { useCanvasKeys } from './useCanvasKeys';

type Props = { readonly session: DiagramSession; readonly id: string; readonly project: string };

/** A diagram as text and as picture, side by side. */
export function Canvas({ session, id, project }: Props): JSX.Element {
  const state = useSyncExternalStore(session.subscribe, session.current);
  const palette = usePalette();
  const kind = clientOf(session.kind);
  const [dialog, setDialog] = useState<'commands' | 'keys'>();
  const file = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => session.setPalette(palette), [session, palette]);
  useEffect(() => {
    document.title = `${state.name} · ${texts.product}`;
  }, [state.name]);
  useCanvasKeys(session, setDialog);

  async function importFile(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    try {
      session.setSource((await readDiagram(chosen)).source);
      toast(texts.canvas.imported(chosen.name));
    } catch (error) {
      toast(error instanceof Error ? error.message : texts.errors.unforeseen, { isError: true });
    }
  }

  const commands: ReadonlyArray<Command> = [
    { label: texts.canvas.undo, keys: 'Ctrl+Z', run: () => session.undo() },
    { label: texts.canvas.redo, keys: 'Ctrl+Shift+Z', run: () => session.redo() },
    { label: texts.canvas.saveNow, keys: 'Ctrl+S', run: () => void session.save() },
    { label: kind.words.add, run: () => reportEditError(kind.add(session)) },
    ...(kind.hasPlaces ? [{ label: texts.canvas.arrange, run: () => session.arrange(null) }] : []),
    { label: texts.canvas.importFile, run: () => file.current?.click() },
    { label: texts.canvas.back, run: () => navigate(addressOfProject(project)) },
    { label: texts.canvas.keys, keys: '?', run: () => setDialog('keys') },
  ];

  return (
    <div className="canvas">
      <CanvasBar
        session={session}
        state={state}
        id={id}
        kind={kind}
        projectId={project}
        onCommands={() => setDialog('commands')}
        onImport={() => file.current?.click()}
      />
      <DropTarget tag="main" onDrop={(files) => void importFile(files[0])}>
        <h1 className="visually-hidden">{state.name}</h1>
        <SplitView
          left={
            <>
              <SourceEditor session={session} state={state} wordsOf={kind.wordsOf} />
              <ProblemList session={session} state={state} />
            </>
          }
          right={<Picture session={session} state={state} kind={kind} />}
        />
      </DropTarget>
      <FileInput ref={file} label={texts.canvas.importFile} accept={sourceFiles} onFiles={([chosen]) => void importFile(chosen)} />
      <PrintSheets session={session} />
      {state.conflict && <ConflictDialog session={session} state={state} theirs={state.conflict} />}
      {dialog === 'commands' && <CommandPalette commands={commands} onClose={() => setDialog(undefined)} />}
      {dialog === 'keys' && <KeysDialog gestures={kind.gestures} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
