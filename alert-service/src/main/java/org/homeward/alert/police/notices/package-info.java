/** What the police see of a case: it exists once a report is released, under an id of its own. */
package org.homeward.alert.police.notices;
