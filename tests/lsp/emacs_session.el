;; Drives the language server from inside Emacs, through Eglot, and writes down what it then knows.
;; Environment: SERVER (the command, words apart by newlines), MODEL (a file), RESULT (JSON).

(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa") ; of Debian's packages
(package-initialize)
(require 'eglot)
(require 'json)

(defun until-true (condition)
  (let ((rounds 0))
    (while (and (not (funcall condition)) (< rounds 1200))
      (setq rounds (1+ rounds))
      (accept-process-output nil 0.05))))

(defun place (position)
  (save-excursion
    (goto-char position)
    (format "%d:%d" (1- (line-number-at-pos)) (current-column))))

(defun code-of (item)
  (let ((text (flymake-diagnostic-text item)))
    (if (string-match "CAT[0-9]+" text) (match-string 0 text) text)))

(defun codes ()
  (mapcar (lambda (item)
            (format "%s %s-%s" (code-of item) (place (flymake-diagnostic-beg item))
                    (place (flymake-diagnostic-end item))))
          (flymake-diagnostics)))

(defun refused ()
  (seq-some (lambda (text) (string-prefix-p "CAT101" text)) (codes)))

(defun mended ()
  (not (refused)))

(defun retype (digit)
  "Writes DIGIT over the character before point, and tells the server."
  (delete-char -1)
  (insert digit)
  (eglot--signal-textDocument/didChange))

(defun steps ()
  "Opens the file, mends it by hand, undoes that, has it mended."
  (add-to-list 'eglot-server-programs (cons 'python-mode (split-string (getenv "SERVER") "\n")))
  (setq eglot-sync-connect 60
        eglot-confirm-server-initiated-edits nil
        eglot-confirm-server-edits nil) ; its name since Emacs 30
  (find-file (getenv "MODEL"))
  (call-interactively #'eglot)
  (until-true #'refused)
  (let ((result (list (cons 'opened (codes)))))
    (search-forward "Concatenate(axis=1")
    (retype "2")
    (until-true #'mended)
    (push (cons 'edited (codes)) result)
    (retype "1")
    (until-true #'refused)
    (let* ((actions (eglot-code-actions (line-beginning-position) (line-end-position) "quickfix"))
           (titles (mapcar (lambda (item) (plist-get item :title)) actions))
           (fix (elt actions (seq-position titles "Use axis=2"))))
      (push (cons 'actions titles) result)
      (eglot--apply-workspace-edit (plist-get fix :edit) nil))
    (eglot--signal-textDocument/didChange)
    (until-true #'mended)
    (push (cons 'mended (codes)) result)
    (push (cons 'line (buffer-substring (line-beginning-position) (line-end-position))) result)))

(defun session ()
  (let ((result (condition-case problem
                    (steps)
                  (error (list (cons 'problem (format "%S" problem)))))))
    (with-temp-file (getenv "RESULT") (insert (json-encode result)))
    (kill-emacs)))
