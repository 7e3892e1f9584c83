import { Icon } from '../components/Icon';
import { Logo } from '../components/Logo';
import { texts } from '../texts';

/** What the product is, beside the form. */
export function LoginSide(): JSX.Element {
  return (
    <aside className="login-side" aria-hidden="true">
      <div className="brand">
        <Logo size={36} />
        <span>{texts.product}</span>
      </div>
      <p className="login-tagline">{texts.tagline}</p>
      <ul>
        {texts.login.points.map((point) => (
          <li key={point}>
            <Icon name="check" />
            {point}
          </li>
        ))}
      </ul>
    </aside>
  );
}
