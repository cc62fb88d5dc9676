/** A logo as it is published. */
export interface LogoPicture {
  readonly bytes: Uint8Array;
  readonly type: "image/svg+xml" | "image/png";
  /** In its own units: what counts is the shape. */
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be the logo, and what to do, after "…: ". */
export interface NotALogo {
  readonly fault: string;
}
