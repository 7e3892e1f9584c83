import { useEffect } from 'react';

/** While there is something that would be lost with the page, the browser asks before it leaves it. */
export function useLeaveWarning(): void {
  useEffect(() => {
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Before Chromium 119 this is what counts.
  event.returnValue = true;
}
