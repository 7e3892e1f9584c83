// Written by scripts/generate-api-types out of the OpenAPI document; `make types` writes it anew.

export type UserCreate = {
  readonly email: string;
  /** Passwords that are easy to guess are refused. */
  readonly password: string;
  readonly name: string;
};

export type LoginRequest = { readonly email: string; readonly password: string };

export type GoogleAuthCallbackRequest = { readonly code: string; readonly state: string };

export type ProfileUpdate = { readonly name: string };

export type PasswordChange = {
  readonly current_password?: string;
  /** Passwords that are easy to guess are refused. */
  readonly new_password: string;
};

export type EmailChange = { readonly email: string };

export type EmailToken = { readonly token: string };

export type Confirmation = { readonly password?: string; readonly code?: string };

export type SecondFactorCode = { readonly code: string };

export type SecondFactorSignIn = { readonly ticket: string; readonly code: string };

export type PasswordForgotten = { readonly email: string };

export type PasswordReset = {
  readonly token: string;
  /** Passwords that are easy to guess are refused. */
  readonly password: string;
};

export type RefreshTokenRequest = { readonly refresh_token: string };

export type StatusCheckCreate = { readonly client_name: string };

export type ProjectCreate = { readonly name: string; readonly description?: string };

export type ProjectUpdate = { readonly name?: string; readonly description?: string; readonly archived?: boolean };

export type Project = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly role: 'viewer' | 'commenter' | 'editor' | 'owner';
  readonly owner_name?: string;
  readonly archived: boolean;
  readonly created_at: string;
  readonly updated_at: string;
  readonly diagrams: DiagramCounts;
};

export type ProjectList = ReadonlyArray<Project>;

export type DiagramCounts = {
  readonly total: number;
  /** By kind. */
  readonly kinds: { readonly [name: string]: number };
};

export type DiagramCreate = {
  readonly kind?: 'sequence' | 'class' | 'usecase';
  readonly name: string;
  /** At most 1 MiB. */
  readonly source?: string;
  /** Where elements are to stand, by their ids, in pixels. With `automatic` it is where one was drawn last. At most 256 KiB. */
  readonly layout?: { readonly [name: string]: {
    readonly x: number;
    readonly y: number;
    readonly width?: number | null;
    readonly height?: number | null;
    readonly automatic?: boolean | null;
    readonly path?: ReadonlyArray<number> | null;
  } };
};

export type DiagramReplacement = {
  readonly name: string;
  /** At most 1 MiB. */
  readonly source: string;
  /** Where elements are to stand, by their ids, in pixels. With `automatic` it is where one was drawn last. At most 256 KiB. */
  readonly layout?: { readonly [name: string]: {
    readonly x: number;
    readonly y: number;
    readonly width?: number | null;
    readonly height?: number | null;
    readonly automatic?: boolean | null;
    readonly path?: ReadonlyArray<number> | null;
  } };
};

export type DiagramUpdate = {
  readonly project_id?: string;
  readonly name?: string;
  /** At most 1 MiB. */
  readonly source?: string;
  /** Where elements are to stand, by their ids, in pixels. With `automatic` it is where one was drawn last. At most 256 KiB. */
  readonly layout?: { readonly [name: string]: {
    readonly x: number;
    readonly y: number;
    readonly width?: number | null;
    readonly height?: number | null;
    readonly automatic?: boolean | null;
    readonly path?: ReadonlyArray<number> | null;
  } };
};

export type Diagram = {
  readonly id: string;
  readonly project_id: string;
  readonly kind: 'sequence' | 'class' | 'usecase';
  readonly name: string;
  readonly source: string;
  /** Where elements are to stand, by their ids, in pixels. With `automatic` it is where one was drawn last. At most 256 KiB. */
  readonly layout: { readonly [name: string]: {
    readonly x: number;
    readonly y: number;
    readonly width?: number | null;
    readonly height?: number | null;
    readonly automatic?: boolean | null;
    readonly path?: ReadonlyArray<number> | null;
  } };
  readonly revision: number;
  readonly role?: 'viewer' | 'commenter' | 'editor' | 'owner';
  readonly created_at: string;
  readonly updated_at: string;
};

export type DiagramSummary = {
  readonly id: string;
  readonly project_id: string;
  readonly kind: 'sequence' | 'class' | 'usecase';
  readonly name: string;
  readonly revision: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly changed_by?: { readonly id: string; readonly name: string } | null;
};

export type DiagramSummaryList = ReadonlyArray<DiagramSummary>;

export type DiagramEntry = {
  readonly id: string;
  readonly project_id: string;
  readonly kind: 'sequence' | 'class' | 'usecase';
  readonly name: string;
  readonly revision: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly deleted_at?: string;
  readonly changed_by: { readonly id: string; readonly name: string } | null;
  readonly project_name: string | null;
  /** Of the source, around the words that were found. */
  readonly snippet?: string;
  readonly shared: boolean;
};

export type DiagramEntryList = ReadonlyArray<DiagramEntry>;

export type StorageState = {
  readonly diagrams: number;
  readonly diagram_limit: number;
  readonly bytes: number;
  readonly byte_limit: number | null;
};

export type ImportResponse = { readonly projects: number; readonly diagrams: number };

export type Conflict = { readonly detail: string; readonly error_type: 'precondition_failed'; readonly current: Diagram };

export type Sharing = {
  readonly role: 'viewer' | 'commenter' | 'editor' | 'owner';
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly members: ReadonlyArray<Member>;
  readonly links: ReadonlyArray<Link>;
  readonly events: ReadonlyArray<AccessEvent>;
};

export type AccessEvent = {
  readonly at: string;
  readonly action: 'link_made' | 'link_ended' | 'invited' | 'joined' | 'role_given' | 'removed' | 'left' | 'handed_over';
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly member_id: string | null;
  readonly member_name: string | null;
  readonly detail: string | null;
};

export type Member = {
  readonly user_id: string;
  readonly name: string;
  readonly role: 'viewer' | 'commenter' | 'editor' | 'owner';
  readonly link_id: string | null;
  readonly added_at: string;
};

export type MemberUpdate = { readonly role: 'viewer' | 'commenter' | 'editor' | 'owner' };

export type OwnerUpdate = { readonly user_id: string };

export type SharedByMe = { readonly projects: ReadonlyArray<SharedProject>; readonly diagrams: number };

export type SharedProject = { readonly id: string; readonly name: string; readonly members: ReadonlyArray<Member> };

export type Link = {
  readonly id: string;
  readonly kind: 'view' | 'comment' | 'edit' | 'picture';
  readonly token: string | null;
  readonly email?: string;
  readonly created_at: string;
  readonly expires_at?: string;
};

export type LinkCreate = {
  readonly kind: 'view' | 'comment' | 'edit' | 'picture';
  readonly expires_in_days?: number;
  readonly email?: string;
};

export type LinkToken = { readonly token: string; readonly diagram_id?: string };

export type Shared = {
  readonly target: 'project' | 'diagram';
  readonly id: string;
  readonly name: string;
  readonly role: 'viewer' | 'commenter' | 'editor' | 'owner';
  readonly owner_name: string | null;
  readonly diagrams?: DiagramSummaryList;
  readonly has_more_diagrams?: boolean;
  readonly diagram?: Diagram;
};

export type Version = {
  readonly revision: number;
  readonly reason: 'automatic' | 'named' | 'replaced' | 'restored';
  readonly name: string | null;
  readonly author_name: string | null;
  readonly saved_at: string;
};

export type ElementChange = {
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly id: string;
  readonly label: string;
  readonly line?: number;
  readonly before?: { readonly id: string; readonly label: string; readonly line?: number };
  readonly lost: ReadonlyArray<string>;
  readonly gained: ReadonlyArray<string>;
};

export type Comparison = {
  readonly from: number;
  readonly to: number;
  readonly changes: ReadonlyArray<ElementChange>;
  readonly before: string;
  readonly after: string;
};

export type VersionList = ReadonlyArray<Version>;

export type VersionCreate = { readonly name: string };

export type RenderRequest = {
  readonly kind?: 'sequence' | 'class' | 'usecase';
  /** At most 1 MiB. */
  readonly source: string;
  readonly theme?: 'light' | 'dark' | 'high-contrast';
  readonly format?: 'svg' | 'png' | 'pdf';
  /** Pixels of a PNG for one of the diagram. */
  readonly scale?: number;
  /** Where elements are to stand, by their ids, in pixels. With `automatic` it is where one was drawn last. At most 256 KiB. */
  readonly layout?: { readonly [name: string]: {
    readonly x: number;
    readonly y: number;
    readonly width?: number | null;
    readonly height?: number | null;
    readonly automatic?: boolean | null;
    readonly path?: ReadonlyArray<number> | null;
  } };
};

export type CheckRequest = {
  readonly kind?: 'sequence' | 'class' | 'usecase';
  /** At most 1 MiB. */
  readonly source: string;
};

export type CheckResponse = { readonly diagnostics: ReadonlyArray<Diagnostic> };

export type Diagnostic = {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The clause of UML that says so. */
  readonly reference?: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
  /** In bytes of UTF-8. */
  readonly start: number;
  readonly end: number;
};

export type Health = { readonly status: 'healthy'; readonly message: string };

export type Readiness = { readonly status: 'ready' | 'draining' | 'unavailable'; readonly parts: ReadonlyArray<ReadinessPart> };

export type ReadinessPart = { readonly name: string; readonly state: 'up' | 'down' | 'degraded'; readonly latency_ms: number };

export type Welcome = { readonly message: string; readonly version: string; readonly docs: string };

export type Providers = {
  readonly google: boolean;
  readonly local: boolean;
  readonly registration: boolean;
  readonly mail: boolean;
};

export type GoogleStart = { readonly url: string };

export type TokenResponse = {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
};

export type Message = { readonly message: string };

export type UserResponse = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly picture: string | null;
  readonly created_at: string;
  readonly email_verified: boolean;
  readonly provider: 'local' | 'google';
  readonly second_factor: 'on' | 'off' | 'required';
};

export type ConfirmationMethod = { readonly method: 'password' | 'code' | 'sign_in' };

export type SecondFactorState = { readonly is_on: boolean; readonly is_required: boolean; readonly recovery_codes: number };

export type SecondFactorSetup = { readonly secret: string; readonly address: string };

export type RecoveryCodes = { readonly recovery_codes: ReadonlyArray<string> };

export type PasswordState = { readonly is_set: boolean };

export type Session = {
  readonly id: string;
  readonly created_at: string;
  readonly last_used_at: string;
  readonly expires_at: string;
  readonly ip: string;
  readonly user_agent: string;
  readonly current: boolean;
};

export type SessionList = ReadonlyArray<Session>;

export type StatusCheck = { readonly id: string; readonly client_name: string; readonly timestamp: string };

export type StatusCheckList = ReadonlyArray<StatusCheck>;

export type Error = { readonly detail: string; readonly error_type: string };

export type SecondFactorTicket = { readonly detail: string; readonly error_type: 'second_factor_required'; readonly ticket: string };

export type ValidationError = { readonly detail: 'Validation error'; readonly errors: ReadonlyArray<FieldError> };

export type FieldError = { readonly loc: ReadonlyArray<string>; readonly msg: string; readonly type: string };
