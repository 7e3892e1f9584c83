import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../components/IconButton';
import { pathOfDiagram } from '../api/sharing';
import { ShareButton } from '../components/sharing/ShareButton';
import { ThemeButton } from '../components/ThemeButton';
import { navigate } from '../router';
import { texts } from '../texts';
import { BackLink } from './BackLink';
import { CopyOffer } from './copying/CopyOffer';
import type { KindClient } from './picture/KindClient';
import type { DiagramSession } from './session/DiagramSession';
import type { DiagramState } from './session/DiagramState';
import { HistoryButton } from './history/HistoryButton';
import { ExportMenu } from './output/ExportMenu';
import { SaveIndicator } from './SaveIndicator';

type Props = {
  session: DiagramSession;
  state: DiagramState;
  id: string;
  kind: KindClient;
  projectId: string;
  onCommands: () => void;
  onImport: () => void;
};

/** What stands above an open diagram. */
export function CanvasBar({ session, state, id, kind, projectId, onCommands, onImport }: Props): JSX.Element {
  return (
    <header className="canvas-bar">
      <BackLink project={projectId} />
      <NameField name={state.name} onChange={(name) => session.rename(name)} />
      <SaveIndicator save={state.save} />
      {state.loss && <CopyOffer session={session} name={state.name} loss={state.loss} />}
      <span className="spacer" />
      <IconButton icon="arrowCounterclockwise" label={texts.canvas.undo} shortcut="Ctrl+Z" disabled={!state.canUndo} onClick={() => session.undo()} />
      <IconButton icon="arrowClockwise" label={texts.canvas.redo} shortcut="Ctrl+Shift+Z" disabled={!state.canRedo} onClick={() => session.redo()} />
      <IconButton icon="command" className="wide-only" label={texts.canvas.commands} shortcut="Ctrl+K" onClick={onCommands} />
      <IconButton icon="upload" className="wide-only" label={texts.canvas.importFile} onClick={onImport} />
      <HistoryButton diagram={{ id, name: state.name }} session={session} />
      <ThemeButton />
      <ShareButton path={pathOfDiagram(id)} name={state.name} isDiagram onLeft={() => navigate('/')} />
      <ExportMenu session={session} id={id} fileExtension={kind.fileExtension} />
    </header>
  );
}

/** The diagram's name. It changes when one leaves the field or presses Enter; Escape brings the old one back. */
function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }): JSX.Element {
  const [text, setText] = useState(name);
  const isTyping = useRef(false);
  useEffect(() => {
    // What is being typed is not lost when another name comes from elsewhere.
    if (!isTyping.current) setText(name);
  }, [name]);

  function finish(): void {
    isTyping.current = false;
    const trimmed = text.trim();
    if (trimmed) onChange(trimmed);
    setText(trimmed || name);
  }

  return (
    <input
      className="name-field"
      aria-label={texts.dialogs.diagramName}
      value={text}
      maxLength={255}
      size={Math.min(Math.max(text.length, 8), 40)}
      onChange={(event) => {
        isTyping.current = true;
        setText(event.target.value);
      }}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          isTyping.current = false;
          setText(name);
        }
      }}
    />
  );
}
