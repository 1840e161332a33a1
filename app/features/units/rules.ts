// Words and laws of the organisation tree. A unit's lineage is all units above it and itself, the unit last.
import { z } from 'zod'
import { type Day, day } from '#app/kernel/days.ts'
import { unitKinds, visitForms } from '#db/schema/units.ts'
