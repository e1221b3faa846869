"""reskontra: every invoice a Swedish municipality sends, until the day it is settled.

    the world                        rows                             the world
  invoice files ─┐                                              ┌─▶ letters, digital mail
  bank files    ─┼─▶ INTAKE ─▶ Invoice  Payment  Entry          │
  agency returns─┘                │                             │
                                  ▼                             │
  the calendar  ───▶ DUNNING ─▶ StepTaken  Entry  Letter ─▶ OUTGOING ─▶ agency and authority files
                                  ▲                             │
  a person      ───▶ CASEWORK ─▶ Hold  Clearance  Entry         └─▶ general ledger
                                  │
                                  ▼
                     PORTAL  OFFICE  API   read the same rows; status and balance are computed

Example: an invoice file comes in the morning and becomes Invoice rows and their first Entries
(`intake`). A bank file comes and becomes Payments. At night each claim is asked what should happen
today (`dunning`), which writes StepTaken and Letter rows; then the letters leave (`outgoing`). The
debtor signs in and sees all of it (`portal`).

The one rule is the import rule. Three rows of four packages are the layers, `config` stands above,
and each package imports only from rows below its own, never from its siblings:

    who asks        portal     office     api        nightly
    what happens    intake     dunning    casework   outgoing
    what is true    records    policy     formats    domain      (records above the other three)

The pure heart is `reskontra.domain`: start reading there.
"""
