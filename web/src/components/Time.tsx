import { useEffect, useState } from 'react';
import { relativeTime } from './relativeTime';

/** A moment, told relative to now; the exact one is shown when the pointer rests on it. */
export function Time({ value }: { value: string }): JSX.Element {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setTick((tick) => tick + 1), 60_000);
    return () => window.clearInterval(timer);
  }, []);
  return (
    <time dateTime={value} title={new Date(value).toLocaleString('en')}>
      {relativeTime(value)}
    </time>
  );
}
