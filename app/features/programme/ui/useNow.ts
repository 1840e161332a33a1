import { useEffect, useState } from 'react'

/** The instant the page was made for, then – with scripts – the present one, every half minute. */
export function useNow(made: Date): Date {
  const [now, setNow] = useState(made)
  useEffect(() => {
    // The server's clock decides; this browser only counts on from it.
    const ahead = Date.now() - made.getTime()
    const timer = setInterval(() => setNow(new Date(Date.now() - ahead)), 30_000)
    setNow(made)
    return () => clearInterval(timer)
  }, [made])
  return now
}
