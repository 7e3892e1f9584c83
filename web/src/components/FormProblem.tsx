import type { ReactNode } from 'react';

/** Why a form came to nothing; nothing while there is no such thing. */
export function FormProblem({ children }: { children: ReactNode }): JSX.Element | null {
  if (!children) return null;
  return (
    <p className="form-problem" role="alert">
      {children}
    </p>
  );
}
