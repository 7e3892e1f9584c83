import { useState, type DragEvent, type ReactNode } from 'react';
import { texts } from '../texts';

/** Takes files that are dropped on what it holds. */
export function DropTarget({
  onDrop,
  children,
  tag: Tag = 'div',
}: {
  onDrop: (files: File[]) => void;
  children: ReactNode;
  tag?: 'div' | 'main';
}): JSX.Element {
  const [isOver, setOver] = useState(false);

  function over(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent): void {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(false);
    onDrop([...event.dataTransfer.files]);
  }

  return (
    <Tag
      className={isOver ? 'drop drop-over' : 'drop'}
      onDragOver={over}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={drop}
    >
      {children}
      {isOver && <p className="drop-hint">{texts.home.dropHint}</p>}
    </Tag>
  );
}
