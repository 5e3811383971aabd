/** Tips: the form of the public, which needs no login, and the inbox of the team. */
package org.homeward.console.tips;
