import { useState, type KeyboardEvent } from 'react';
import { Dialog } from '../components/Dialog';
import { texts } from '../texts';

export type Command = { readonly label: string; readonly keys?: string; readonly run: () => void };

/** Everything that can be done, found by its name. */
export function CommandPalette({ commands, onClose }: { commands: ReadonlyArray<Command>; onClose: () => void }): JSX.Element {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = commands.filter((command) =>
    words
      .toLowerCase()
      .split(/\s+/)
      .every((word) => command.label.toLowerCase().includes(word)),
  );

  function run(command: Command | undefined): void {
    if (!command) return;
    onClose();
    command.run();
  }

  function keyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % Math.max(found.length, 1));
    else if (event.key === 'ArrowUp') setChosen((chosen + found.length - 1) % Math.max(found.length, 1));
    else if (event.key === 'Enter') run(found[chosen]);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={texts.canvas.commands} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-label={texts.canvas.paletteHint}
        aria-activedescendant={found.length > 0 ? `command-${chosen}` : undefined}
        placeholder={texts.canvas.paletteHint}
        value={words}
        data-autofocus
        onKeyDown={keyDown}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
        }}
      />
      <ul id="commands" className="palette-list" role="listbox" aria-label={texts.canvas.commands}>
        {found.map((command, index) => (
          <li
            key={command.label}
            id={`command-${index}`}
            role="option"
            aria-selected={index === chosen}
            onPointerEnter={() => setChosen(index)}
            onClick={() => run(command)}
          >
            {command.label}
            {command.keys && <kbd>{command.keys}</kbd>}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{texts.canvas.noCommand}</p>}
    </Dialog>
  );
}
