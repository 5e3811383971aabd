package org.homeward.console.intake;

/** A call whose draft was filed or discarded. */
record EndedPage() {}
