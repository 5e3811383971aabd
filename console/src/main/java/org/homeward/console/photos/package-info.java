/** Photos of the children of a case: sent, looked at, described, released, withdrawn, locked. */
package org.homeward.console.photos;
