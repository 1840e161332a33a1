// Reads of the blog room, a verb a file.
export * from './queries/comments.server.ts'
export * from './queries/measures.server.ts'
export * from './queries/own-writing.server.ts'
export * from './queries/pages.server.ts'
export * from './queries/posts.server.ts'
