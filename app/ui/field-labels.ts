// The error summary says which field it means. It finds the labels in the form's own elements, so no form writes them twice.
import type { FieldMetadata } from '@conform-to/react'
import { Children, isValidElement, type ReactNode } from 'react'

type Props = {
  field?: { name?: string }
  list?: FieldMetadata<unknown[]>
  label?: ReactNode
  children?: ReactNode | ((row: FieldMetadata<unknown>, number: number) => ReactNode)
}

/**
 * Field names and their labels, for every field written directly in the form: in sections and in the rows of a list too.
 * A field inside another component is not seen; its error then stands without the label.
 */
export function labelsIn(node: ReactNode, found: Map<string, string> = new Map()): Map<string, string> {
  Children.forEach(node, (child) => {
    if (!isValidElement<Props>(child)) return
    const { field, list, label, children } = child.props
    const name = field?.name ?? list?.name
    if (name && typeof label === 'string') found.set(name, label)
    if (typeof children !== 'function') labelsIn(children, found)
    else if (list) list.getFieldList().forEach((row, index) => void labelsIn(children(row, index + 1), found))
  })
  return found
}
