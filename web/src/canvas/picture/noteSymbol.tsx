/** A sheet with a corner turned down, in a square of 20 (UML 2.5.1, 7.2.4: a comment). */
export const noteSymbol = <path d="M3.5 3.5h9.5l3.5 3.5v9.5h-13zM13 3.5V7h3.5" />;
