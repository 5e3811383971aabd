/** The family of a case: contacts, what each was told, and how a call is led through. */
package org.homeward.console.family;
