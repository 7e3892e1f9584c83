import { useEffect } from 'react';
import type { DiagramSession } from './session/DiagramSession';

/** The keys that count wherever the focus is on the page. */
export function useCanvasKeys(session: DiagramSession, open: (dialog: 'commands' | 'keys') => void): void {
  useEffect(() => {
    function keyDown(event: KeyboardEvent): void {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
      // A dialog, and a field with a text of its own, take their keys themselves.
      if (target?.closest('dialog')) return;
      const isForeignField = isField && !target?.classList.contains('source-text');
      const action = actionOf(event, isField, isForeignField);
      if (!action) return;
      event.preventDefault();
      action();
    }

    function actionOf(event: KeyboardEvent, isField: boolean, isForeignField: boolean): (() => void) | null {
      const isControl = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (isControl && key === 's') return () => void session.save();
      if (isControl && key === 'k') return () => open('commands');
      if (isControl && !isForeignField && key === 'z') return () => (event.shiftKey ? session.redo() : session.undo());
      if (isControl && !isForeignField && key === 'y') return () => session.redo();
      if (!isControl && !isField && key === '?') return () => open('keys');
      return null;
    }

    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, [session, open]);
}
