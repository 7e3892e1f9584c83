/** The product's sign: two lifelines and the messages between them. */
export function Logo({ size = 28 }: { size?: number }): JSX.Element {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#3b82f6" />
      <path d="M9 8v16M23 8v16M9 13h12M23 20H11" stroke="#fff" strokeWidth="2.5" strokeLinecap="round" fill="none" />
      <path
        d="M18.5 10.2 21.6 13l-3.1 2.8M13.5 17.2 10.4 20l3.1 2.8"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
    </svg>
  );
}
