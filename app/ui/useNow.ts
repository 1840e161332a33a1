import { useEffect, useRef, useState } from 'react'

const HALF_MINUTE = 30_000

/**
 * The instant the page was made for, then – with scripts – the present one: every half minute, and exactly when
 * `turnAfter` says that something begins or ends. The first drawing is the server's, so both agree.
 */
export function useNow(made: Date, turnAfter: (now: Date) => Date | null = never): Date {
  const [now, setNow] = useState(made)
  const turns = useRef(turnAfter)
  turns.current = turnAfter
  useEffect(() => {
    // The server's clock decides; this browser only counts on from it.
    const ahead = Date.now() - made.getTime()
    let timer: ReturnType<typeof setTimeout>
    function tick(): void {
      const present = new Date(Date.now() - ahead)
      setNow(present)
      const turn = turns.current(present)
      timer = setTimeout(tick, turn ? Math.min(turn.getTime() - present.getTime(), HALF_MINUTE) : HALF_MINUTE)
    }
    tick()
    return () => clearTimeout(timer)
  }, [made])
  return now
}

function never(): null {
  return null
}
