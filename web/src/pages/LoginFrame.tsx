import type { ReactNode } from 'react';
import { Logo } from '../components/Logo';
import { ThemeButton } from '../components/ThemeButton';
import { LoginSide } from './LoginSide';

/** The product, and beside it what is to be done before one is in. */
export function LoginFrame({ title, children }: { title: string; children: ReactNode }): JSX.Element {
  return (
    <div className="login">
      <LoginSide />
      <main className="login-main">
        <div className="login-corner">
          <ThemeButton />
        </div>
        <div className="login-card">
          <div className="login-logo">
            <Logo size={40} />
          </div>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
