// The writers of the blog room, a use case a file.
export * from './commands/comments.server.ts'
export * from './commands/count-reading.server.ts'
export * from './commands/create-post.server.ts'
export * from './commands/edit-post.server.ts'
export * from './commands/publish-summary.server.ts'
export * from './commands/withdraw-name.server.ts'
