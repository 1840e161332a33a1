// The part of jsonwebtoken that is used here; it has no types of its own.
declare module 'jsonwebtoken' {
  type Options = { algorithms: string[]; complete: true; clockTimestamp: number }
  type Token = { header: Record<string, unknown>; payload: Record<string, unknown> }
  const jsonwebtoken: { verify(token: string, key: unknown, options: Options): Token }
  export default jsonwebtoken
}
