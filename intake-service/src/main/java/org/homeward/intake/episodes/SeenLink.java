package org.homeward.intake.episodes;

import org.homeward.intake.cases.LookAtCase;

/**
 * The proof that this person may see both cases of a link.
 *
 * @param one the case that she came from
 * @param other the one it is linked with
 */
record SeenLink(String id, LookAtCase.Seen one, LookAtCase.Seen other) {}
