/** The hotline's texts for calls and letters: texts that a supervisor has approved. */
package org.homeward.intake.scripts;
