import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { FormView, type FormProps } from './form-view.tsx'

/** A form in a modal dialog: the browser keeps focus inside, Escape closes it, focus then returns. */
export function FormDialog(props: FormProps) {
  const { open, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const own = dialog.current
    own?.showModal()
    own?.querySelector<HTMLElement>('.form-body :is(input, select, textarea)')?.focus()
    // Closed before it leaves the page: only then the browser gives the focus back.
    return () => own?.close()
  }, [open.id])

  // To the first fault, and in front of it the words why.
  useEffect(() => {
    if (open.returns === 0) return
    const first = dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const target = first?.matches('[role="radiogroup"]') ? first.querySelector('input') : first
    target?.focus()
  }, [open.returns])

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={`form-${open.id}-title`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <FormView {...props} />
    </dialog>
  )
}
