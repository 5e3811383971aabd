/** Notices: the pages that everybody reads, without a login, while a public alert goes out. */
package org.homeward.console.notices;
