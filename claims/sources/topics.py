"""Words by which a claim shows what it is about (data only); a word ending in - stands for its family."""

SCIENCE = """
study studies studied researcher- scientist- research peer-reviewed journal journals paper papers
experiment- clinical trial trials meta-analysis preprint findings laborator- physic- chemi- biolog-
astronom- geolog- archaeolog- climat- ecosystem- species emission- warming glacier- ozone genome- gene
genes genetic- fossil- particle- telescope planet- asteroid- evidence-based statistically
"""

HEALTH = """
vaccin- virus- viral disease- patient- cancer- tumour- tumor- infect- symptom- hospital- doctor- drug
drugs dose doses medic- therap- surg- treatment- mortality covid- coronavirus pandemic- epidemic-
outbreak- influenza flu hiv aids malaria ebola measles cholera diabetes obes- stroke cardio- heart
pregnan- birth nutrition diet- vitamin- smok- tobacco alcohol autis- dementia alzheimer- mental
antibiotic- immun- gene genes genetic- protein- cell cells brain paracetamol acetaminophen ibuprofen
"""

LAW = """
court courts judge judges jury ruling rulings ruled verdict- convict- acquit- sentenced appeal- lawsuit-
plaintiff- defendant- indict- prosecut- attorney- constitutional- unconstitutional supreme statute-
injunction- settlement- litigation felony misdemeanor testif- parole pleaded v. vs.
"""

UNITED_STATES = """
U.S. US USA America American Americans Washington Congress Senate Congressional Federal federal FBI CIA
Pentagon Trump Biden Obama Republican Republicans Democrat Democrats Democratic NASA Medicare Medicaid
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois
Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi
Missouri Montana Nebraska Nevada Hampshire Jersey York Carolina Dakota Ohio Oklahoma Oregon Pennsylvania
Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Chicago Boston Philadelphia Houston Dallas
Seattle Denver Atlanta Miami Detroit
"""
"""Held against the words as they stand, capitals and all."""

OFFICE = """
president prime minister chancellor king queen emperor pope governor mayor senator chairman chairwoman
chair chief executive ceo director head leader secretary ambassador speaker owner founder capital member
born died married elected appointed resigned founded headquarters headquartered
"""
